using Orrery.Kernel.Calls;
using Orrery.Services.CloudWatch.Rules.Reading;

namespace Orrery.Services.CloudWatch.Ports;

/// <summary>Tells what values of a metric are to be expected: the bounds of ANOMALY_DETECTION_BAND.</summary>
internal interface IAnomalyBands
{
    /// <summary>The bounds in each period; null where there is no model for the metric and statistic.</summary>
    /// <param name="call">The call.</param>
    /// <param name="query">The metric, the statistic and the period.</param>
    /// <param name="deviations">How many standard deviations wide the band is to each side.</param>
    /// <param name="from">The beginning of the first period.</param>
    /// <param name="to">The end, not included.</param>
    BandSeries? Find(ReadCall call, StatQuery query, double deviations, DateTimeOffset from, DateTimeOffset to);
}
