using Orrery.Kernel.Calls;
using Orrery.Services.CloudWatch.Records.Alarms;
using Orrery.Wire.Generated.Cloudwatch;

namespace Orrery.Services.CloudWatch.Rules.Alarms;

/// <summary>
/// Looks at a metric alarm: what its state is now, and when it will next be another one as far as is known. So nothing
/// ticks: between two looks, an evaluation at any instant would leave the state as it is.
/// </summary>
/// <param name="Verdict">What the evaluation says now.</param>
/// <param name="Points">The periods of the evaluation range, oldest first; those without a value are NaN.</param>
/// <param name="Looked">How many of the newest of them counted.</param>
/// <param name="Next">When to look again, in seconds of Unix time; null where only new data can change the
/// state.</param>
internal sealed record AlarmLook(Verdict Verdict, IReadOnlyList<WatchPoint> Points, int Looked, long? Next)
{
    /// <summary>Looks at an alarm.</summary>
    /// <param name="call">The call.</param>
    /// <param name="watch">What the alarm watches.</param>
    /// <param name="current">Its state.</param>
    /// <param name="span">How many seconds to look ahead at most.</param>
    public static AlarmLook Of(ReadCall call, AlarmWatchRecord watch, StateValue current, long span)
    {
        var terms = new AlarmTerms(watch);
        var now = call.Now.ToUnixTimeSeconds();
        var window = terms.NewWindow();
        var (boundary, period) = (terms.Boundary(now), terms.Period);
        var settled = WatchRead.SettledAfter(call, watch);
        var far = Math.Max(settled is { } at ? at + ((window.Range + 1L) * period) : now + span, boundary + period);
        var from = boundary - ((long)window.Range * period);
        using var walk = new PointWalk(WatchRead.Read(call, watch, from, terms.Boundary(far)));

        var points = new WatchPoint[window.Range];
        for (var i = 0; i < points.Length; i++)
        {
            points[i] = walk.At(from + ((long)i * period));
            window.Add(terms.StateOf(points[i]));
        }

        var verdict = window.Judge();
        var looked = window.Looked();
        var state = StateAfter(verdict, current);
        for (var end = boundary + period; end <= far; end += period)
        {
            window.Add(terms.StateOf(walk.At(end - period)));
            if (StateAfter(window.Judge(), state) != state)
                return new(verdict, points, looked, terms.Evaluated(end));
        }

        return new(verdict, points, looked, settled is null ? terms.Evaluated(far) : null);
    }

    /// <summary>The state that a verdict leads to.</summary>
    public static StateValue StateAfter(Verdict verdict, StateValue current) => verdict switch
    {
        Verdict.Ok => StateValue.Ok,
        Verdict.Alarm => StateValue.Alarm,
        Verdict.InsufficientData => StateValue.InsufficientData,
        _ => current,
    };
}
