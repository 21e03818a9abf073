using Orrery.Engines.Load.Shapes;

namespace Orrery.Engines.Load.Serving;

/// <summary>A load as one instance meets it: divided evenly by those that run.</summary>
/// <param name="Shape">Its rate.</param>
/// <param name="Cost">What a request costs.</param>
/// <param name="From">Its first minute.</param>
/// <param name="To">The first minute in which it is no more; null where it lasts.</param>
/// <param name="Running">Among how many it is divided.</param>
public sealed record LoadShare(Shape Shape, RequestCost Cost, long From, long? To, Headcount Running)
{
    /// <summary>Requests a second that one instance is asked in a minute.</summary>
    public double RateAt(long minute) =>
        minute < From || minute >= To ? 0 : Math.Max(0, Shape.RateAt(minute)) / Math.Max(1, Running.At(minute));
}
