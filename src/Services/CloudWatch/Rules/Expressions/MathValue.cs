namespace Orrery.Services.CloudWatch.Rules.Expressions;

/// <summary>What a part of an expression gives.</summary>
internal abstract record MathValue
{
    /// <summary>How messages call it.</summary>
    public string Kind => this switch { Scalar => "a number", One => "a time series", _ => "an array of time series" };

    /// <summary>A number.</summary>
    internal sealed record Scalar(double Value) : MathValue;

    /// <summary>A time series.</summary>
    internal sealed record One(Series Series) : MathValue;

    /// <summary>An array of time series.</summary>
    internal sealed record Many(IReadOnlyList<Series> Series) : MathValue;
}
