namespace Orrery.Services.CloudWatch.Rules.Alarms;

/// <summary>
/// The evaluation range of an alarm as it slides over time. Source: CloudWatch User Guide, "Configuring how CloudWatch
/// alarms treat missing data": the newest N real points count; where the range has fewer, the rest is filled as the
/// alarm says, as few times as possible; and an alarm with nothing but breaching points goes to ALARM only once the
/// oldest of them is as old as M periods ("avoiding premature transitions"). The guide's examples have N = 3 and a
/// range of 5, so the range is N + 2; for other N that is guessed. So is that the state stays where a transition is
/// premature.
/// </summary>
/// <param name="periods">N: the evaluation periods.</param>
/// <param name="needed">M: the data points to alarm.</param>
/// <param name="missing">How missing data is taken.</param>
internal sealed class AlarmWindow(int periods, int needed, MissingData missing)
{
    /// <summary>How many periods the range has beyond the evaluation periods.</summary>
    public const int Extra = 2;

    private readonly PointState[] _ring = new PointState[periods + Extra];
    private int _next;
    private int _real;
    private int _breaching;
    private int _scarce;

    /// <summary>How many periods the range has.</summary>
    public int Range => _ring.Length;

    /// <summary>Moves on by one period.</summary>
    public void Add(PointState point)
    {
        // The counts are of the newest N periods; what lies further back matters only where one of those is missing.
        Count(_ring[At(periods)], -1);
        _ring[_next] = point;
        _next = _next + 1 == _ring.Length ? 0 : _next + 1;
        Count(point, 1);
    }

    /// <summary>What the range says.</summary>
    public Verdict Judge()
    {
        if (_real == periods)
            return _scarce > 0 ? Verdict.Retain : Decide(_breaching);
        var (real, breaching, scarce, oldest) = Scan();
        if (scarce > 0)
            return Verdict.Retain;
        if (real >= periods)
            return Decide(breaching);
        return missing switch
        {
            MissingData.Breaching => Decide(breaching + periods - real),
            MissingData.NotBreaching => Decide(breaching),
            _ => Sparse(real, breaching, oldest),
        };
    }

    /// <summary>
    /// How many of the newest periods were looked at to find the points that counted: all of the range where they were
    /// too few.
    /// </summary>
    public int Looked()
    {
        var real = 0;
        for (var age = 1; age <= Range; age++)
        {
            if (_ring[At(age)] != PointState.Missing && ++real == periods)
                return age;
        }

        return Range;
    }

    private Verdict Decide(int breaching) => breaching >= needed ? Verdict.Alarm : Verdict.Ok;

    private Verdict Sparse(int real, int breaching, int oldest) => (real, breaching) switch
    {
        (0, _) => missing == MissingData.Ignore ? Verdict.Retain : Verdict.InsufficientData,
        _ when breaching >= needed => Verdict.Alarm,
        _ when real > breaching => Verdict.Ok,
        _ when missing == MissingData.Missing && oldest >= needed => Verdict.Alarm,
        _ => Verdict.Retain,
    };

    private (int Real, int Breaching, int Scarce, int Oldest) Scan()
    {
        var (real, breaching, scarce, oldest) = (0, 0, 0, 0);
        for (var age = 1; age <= Range && real < periods; age++)
        {
            var point = _ring[At(age)];
            if (point == PointState.Missing) continue;
            real++;
            if (point == PointState.Scarce) scarce++;
            if (point != PointState.Breaching) continue;
            breaching++;
            oldest = age;
        }

        return (real, breaching, scarce, oldest);
    }

    /// <summary>Where the period of an age is: 1 is the newest.</summary>
    private int At(int age)
    {
        var place = _next - age;
        return place < 0 ? place + _ring.Length : place;
    }

    private void Count(PointState point, int by)
    {
        if (point == PointState.Missing) return;
        _real += by;
        if (point == PointState.Breaching) _breaching += by;
        if (point == PointState.Scarce) _scarce += by;
    }
}
