using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Logs.Patterns;
using Orrery.Wire.Generated.Logs;

namespace Orrery.Services.Logs.Operations.Filters;

/// <summary>Tries a pattern on some messages.</summary>
public sealed class TestMetricFilter : IReadOperation<TestMetricFilterRequest, TestMetricFilterResult>
{
    /// <inheritdoc/>
    public TestMetricFilterResult Run(TestMetricFilterRequest request, ReadCall call)
    {
        var pattern = FilterPattern.Parse(request.FilterPattern!);
        var matches = request.LogEventMessages!.Select((message, i) => (message, i, Match: pattern.Match(message)));
        return new()
        {
            Matches =
            [
                .. matches.Where(m => m.Match is not null).Select(m => new MetricFilterMatchRecord
                {
                    EventNumber = m.i + 1, EventMessage = m.message, ExtractedValues = m.Match!.Extracted,
                }),
            ],
        };
    }
}
