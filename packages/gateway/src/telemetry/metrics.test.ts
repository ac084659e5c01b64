import { describe, expect, it } from 'vitest'
import { createMetrics } from './metrics.ts'

describe('metrics', () => {
  it('exposes calls, requests, jobs and the process itself in the Prometheus format', async () => {
    const metrics = createMetrics()
    metrics.sourceCall({ source: 'approvals', operation: 'cases.byNumbers', outcome: 'ok' }, 0.04)
    metrics.request({ operation: 'Errand', outcome: 'TB_SOURCE_TIMEOUT' }, 3)
    metrics.job({ name: 'submissions.deliver', outcome: 'ok' }, 0.2)
    metrics.sourceQuality('attempt', { source: 'approvals', operation: 'cases.byNumbers' }, 3)
    const { contentType, body } = await metrics.expose()
    expect(body).toContain('tongban_source_attempts_total{source="approvals",operation="cases.byNumbers"} 3')
    expect(contentType).toContain('text/plain')
    expect(body).toContain(
      'tongban_source_call_seconds_count{source="approvals",operation="cases.byNumbers",outcome="ok"} 1',
    )
    expect(body).toContain('tongban_request_seconds_bucket{le="5",operation="Errand",outcome="TB_SOURCE_TIMEOUT"} 1')
    expect(body).toContain('tongban_request_seconds_bucket{le="2.5",operation="Errand",outcome="TB_SOURCE_TIMEOUT"} 0')
    expect(body).toContain('tongban_job_seconds_sum{name="submissions.deliver",outcome="ok"} 0.2')
    expect(body).toContain('process_cpu_seconds_total')
  })

  it('keeps two gateways in one process apart', async () => {
    const [one, other] = [createMetrics(), createMetrics()]
    one.job({ name: 'sync', outcome: 'ok' }, 1)
    expect((await other.expose()).body).not.toContain('name="sync"')
  })

  it('does not let a client fill the memory with invented operation names', async () => {
    const metrics = createMetrics()
    for (let index = 0; index < 300; index += 1) metrics.request({ operation: `Q${index}`, outcome: 'ok' }, 0.01)
    const { body } = await metrics.expose()
    expect(body).toContain('tongban_request_seconds_count{operation="Q199",outcome="ok"} 1')
    expect(body).not.toContain('"Q200"')
    expect(body).toContain('tongban_request_seconds_count{operation="other",outcome="ok"} 100')
  })
})
