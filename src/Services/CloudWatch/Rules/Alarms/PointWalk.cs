namespace Orrery.Services.CloudWatch.Rules.Alarms;

/// <summary>Walks over points in step with the periods: the point of a period, or none.</summary>
internal sealed class PointWalk : IDisposable
{
    private readonly IEnumerator<WatchPoint> _points;
    private WatchPoint? _passed;
    private bool _any;

    /// <summary>Begins a walk.</summary>
    public PointWalk(IEnumerable<WatchPoint> points)
    {
        _points = points.GetEnumerator();
        _any = _points.MoveNext();
    }

    /// <summary>The point of a period, no earlier than the last one asked for.</summary>
    public WatchPoint At(long second)
    {
        while (_any && _points.Current.Second < second)
            _any = _points.MoveNext();
        return _any && _points.Current.Second == second ? _points.Current : new(second, double.NaN);
    }

    /// <summary>The newest point before a second, no earlier than the last one asked for; null for none.</summary>
    public WatchPoint? Before(long second)
    {
        for (; _any && _points.Current.Second < second; _any = _points.MoveNext()) _passed = _points.Current;
        return _passed;
    }

    /// <inheritdoc/>
    public void Dispose() => _points.Dispose();
}
