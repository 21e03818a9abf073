namespace Orrery.Services.CloudWatch.Rules.Statistics;

/// <summary>
/// All that was measured in one interval: the statistic set, and the distribution where it is known. Filled while it is
/// read or put together, then left alone.
/// </summary>
/// <param name="second">The beginning of the interval, in seconds of Unix time.</param>
internal sealed class Bucket(long second)
{
    private List<Weighted>? _values;
    private bool _isSorted = true;

    /// <summary>The beginning of the interval.</summary>
    public long Second { get; } = second;

    /// <summary>How many values.</summary>
    public double Count { get; private set; }

    /// <summary>Their sum.</summary>
    public double Sum { get; private set; }

    /// <summary>The least of them.</summary>
    public double Minimum { get; private set; } = double.PositiveInfinity;

    /// <summary>The greatest of them.</summary>
    public double Maximum { get; private set; } = double.NegativeInfinity;

    /// <summary>
    /// Whether every value is known. A statistic set hides its values unless they are all equal. Source: CloudWatch
    /// User Guide, "Metrics concepts", Percentiles.
    /// </summary>
    public bool IsWhole { get; private set; } = true;

    /// <summary>The values in order, each once; as far as they are known.</summary>
    public IReadOnlyList<Weighted> Values
    {
        get
        {
            if (!_isSorted)
            {
                _values = Distribution.Sorted(_values!);
                _isSorted = true;
            }

            return _values ?? [];
        }
    }

    /// <summary>Adds a value that was measured some times.</summary>
    public void Add(double value, double weight)
    {
        Count += weight;
        Sum += value * weight;
        Minimum = Math.Min(Minimum, value);
        Maximum = Math.Max(Maximum, value);
        Know(value, weight);
    }

    /// <summary>Adds a statistic set.</summary>
    public void AddSet(double count, double sum, double minimum, double maximum)
    {
        AddHidden(count, sum, minimum, maximum);
        if (minimum == maximum)
            Know(minimum, count);
        else
            IsWhole = false;
    }

    /// <summary>Adds the statistics of values of which the distribution comes apart, or never.</summary>
    public void AddHidden(double count, double sum, double minimum, double maximum)
    {
        Count += count;
        Sum += sum;
        Minimum = Math.Min(Minimum, minimum);
        Maximum = Math.Max(Maximum, maximum);
    }

    /// <summary>Adds a part of the distribution, without the statistics.</summary>
    public void Know(double value, double weight)
    {
        _values ??= [];
        _isSorted = _isSorted && (_values.Count == 0 || _values[^1].Value < value);
        _values.Add(new(value, weight));
    }

    /// <summary>Makes room for so many more values.</summary>
    public void Expect(int more) => (_values ??= new(more)).EnsureCapacity(_values.Count + more);

    /// <summary>Says that values are hidden.</summary>
    public void Hide() => IsWhole = false;

    /// <summary>Adds what another bucket has.</summary>
    public void Add(Bucket other)
    {
        AddHidden(other.Count, other.Sum, other.Minimum, other.Maximum);
        IsWhole = IsWhole && other.IsWhole;
        if (other._values is null) return;
        foreach (var (value, weight) in other._values)
            Know(value, weight);
    }

    /// <summary>Keeps the distribution small: values that are near one another become one.</summary>
    public void Condense(int most)
    {
        if (Values.Count > most) _values = Distribution.Condensed(Values);
    }
}
