namespace Orrery.Services.CloudWatch.Rules.Expressions;

/// <summary>
/// IF: where the condition is not 0 the second argument, else the third, or no value without one. A period in which the
/// condition has no value has none.
/// </summary>
internal static class Choice
{
    /// <summary>Works it out.</summary>
    public static MathValue If(List<MathValue> arguments)
    {
        var (condition, yes) = (arguments[0], arguments[1]);
        var no = arguments.Count > 2 ? arguments[2] : null;
        if (yes is MathValue.Many || no is MathValue.Many || condition is MathValue.Many)
            return Arrayed(condition, yes, no);
        if (condition is MathValue.Scalar scalar)
        {
            return scalar.Value != 0 ? yes
                : no ?? (yes is MathValue.One one
                    ? new MathValue.One(one.Series.Of([]))
                    : new MathValue.Scalar(double.NaN));
        }

        var series = ((MathValue.One)condition).Series;
        return new MathValue.One(series.With(i => Pick(series.Values[i] != 0 ? yes : no, series.Times[i])));
    }

    private static MathValue.Many Arrayed(MathValue condition, MathValue yes, MathValue? no)
    {
        var counts = new[] { condition, yes, no }.OfType<MathValue.Many>().Select(many => many.Series.Count).ToList();
        if (counts.Distinct().Count() > 1)
            throw MathErrors.Type("IF", "takes arrays of equal length");
        var results = Enumerable.Range(0, counts[0])
            .Select(i => If(no is null ? [At(condition, i), At(yes, i)] : [At(condition, i), At(yes, i), At(no, i)]))
            .Select(result => result is MathValue.One one
                ? one.Series
                : throw MathErrors.Type("IF", "does not give an array of numbers"));
        return new([.. results]);
    }

    private static MathValue At(MathValue value, int i) =>
        value is MathValue.Many many ? new MathValue.One(many.Series[i]) : value;

    private static double Pick(MathValue? value, long time) => value switch
    {
        MathValue.Scalar scalar => scalar.Value,
        MathValue.One one => one.Series.At(time) ?? double.NaN,
        _ => double.NaN,
    };
}
