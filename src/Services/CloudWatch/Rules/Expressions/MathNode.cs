namespace Orrery.Services.CloudWatch.Rules.Expressions;

/// <summary>A part of an expression.</summary>
internal abstract record MathNode
{
    /// <summary>A number.</summary>
    internal sealed record Number(double Value) : MathNode;

    /// <summary>A text.</summary>
    internal sealed record Text(string Value) : MathNode;

    /// <summary>The id of a query, or a keyword where a function takes one.</summary>
    internal sealed record Name(string Value) : MathNode;

    /// <summary>A minus before something.</summary>
    internal sealed record Negative(MathNode Of) : MathNode;

    /// <summary>Two things and what is between them.</summary>
    internal sealed record Binary(string Sign, MathNode Left, MathNode Right) : MathNode;

    /// <summary>A function.</summary>
    internal sealed record Apply(string Function, IReadOnlyList<MathNode> Arguments) : MathNode;

    /// <summary>A list in square brackets.</summary>
    internal sealed record Many(IReadOnlyList<MathNode> Items) : MathNode;
}
