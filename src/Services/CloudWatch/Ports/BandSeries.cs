using Orrery.Services.CloudWatch.Rules.Reading;

namespace Orrery.Services.CloudWatch.Ports;

/// <summary>The bounds of a band, period by period, oldest first.</summary>
/// <param name="Lower">The lower bounds.</param>
/// <param name="Upper">The upper bounds.</param>
internal sealed record BandSeries(IReadOnlyList<PeriodValue> Lower, IReadOnlyList<PeriodValue> Upper);
