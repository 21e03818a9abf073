namespace Orrery.Engines.Scaling.Tracking;

/// <summary>A target tracking policy.</summary>
/// <param name="Target">The value at which the metric shall be.</param>
/// <param name="DisableScaleIn">Whether it only adds.</param>
/// <param name="ZeroWhenSilent">
/// Whether no data means 0, as the requests of a load balancer's target group do (<c>ALBRequestCountPerTarget</c>).
/// </param>
/// <param name="PeriodSeconds">The period of its metric.</param>
public sealed record TrackingPolicy(
    double Target, bool DisableScaleIn = false, bool ZeroWhenSilent = false, int PeriodSeconds = 60);
