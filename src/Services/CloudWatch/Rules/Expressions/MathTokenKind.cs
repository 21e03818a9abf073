namespace Orrery.Services.CloudWatch.Rules.Expressions;

/// <summary>Kinds of pieces of an expression.</summary>
internal enum MathTokenKind
{
    /// <summary>A number.</summary>
    Number,

    /// <summary>A name: an id, a function, a keyword.</summary>
    Name,

    /// <summary>A text in quotes.</summary>
    Text,

    /// <summary>An operator, a bracket or a comma.</summary>
    Sign,

    /// <summary>The end.</summary>
    End,
}
