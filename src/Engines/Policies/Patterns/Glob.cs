namespace Orrery.Engines.Policies.Patterns;

/// <summary>A pattern in which <c>*</c> stands for any number of characters and <c>?</c> for one.</summary>
public sealed class Glob
{
    private readonly string _compiled;
    private readonly string _fixed;
    private readonly GlobShape _shape;

    private Glob(string compiled)
    {
        _compiled = compiled;
        _fixed = compiled.TrimEnd(Wild.Many);
        _shape = compiled.Length > 0 && _fixed.Length == 0 ? GlobShape.Any
            : Wild.IsIn(_fixed) ? GlobShape.Other
            : _fixed.Length < compiled.Length ? GlobShape.Prefix : GlobShape.Exact;
    }

    /// <summary>Matches everything.</summary>
    public static Glob Any { get; } = Of("*");

    /// <summary>Whether it matches everything.</summary>
    public bool IsAny => _shape == GlobShape.Any;

    /// <summary>Whether it matches one text only.</summary>
    public bool IsExact => _shape == GlobShape.Exact;

    /// <summary>The pattern with its wildcards compiled.</summary>
    internal string Compiled => _compiled;

    /// <summary>A pattern.</summary>
    public static Glob Of(string pattern) => new(Wild.Compile(pattern));

    /// <summary>A pattern that is compiled already.</summary>
    internal static Glob OfCompiled(string compiled) => new(compiled);

    /// <summary>Whether a text matches. Takes time in proportion to the text.</summary>
    public bool Matches(ReadOnlySpan<char> text) => _shape switch
    {
        GlobShape.Any => true,
        GlobShape.Exact => text.SequenceEqual(_fixed),
        GlobShape.Prefix => text.StartsWith(_fixed),
        _ => GlobMatcher.Matches(_compiled, text),
    };

    /// <summary>The pattern as it was written.</summary>
    public override string ToString() => Wild.Write(_compiled);
}
