namespace Orrery.Services.CloudWatch.Rules.Expressions;

/// <summary>What an expression gives as far as its text tells: a number, a time series or an array of them.</summary>
/// <param name="Series">How many time series, at most; 0 for a number.</param>
/// <param name="IsArray">Whether they are an array, which may be one of one.</param>
internal readonly record struct MathShape(int Series, bool IsArray)
{
    /// <summary>A number.</summary>
    public static readonly MathShape Number = new(0, false);

    /// <summary>A time series.</summary>
    public static readonly MathShape One = new(1, false);

    /// <summary>Whether it is a number.</summary>
    public bool IsNumber => this == Number;

    /// <summary>An array.</summary>
    public static MathShape Array(int series) => new(series, true);
}
