namespace Orrery.Services.CloudWatch.Rules.Search;

/// <summary>A part of what a search asks for.</summary>
internal abstract record SearchTerm
{
    /// <summary>A word: in the field that is named, or in any.</summary>
    internal sealed record Word(string? Field, string Text, bool IsExact) : SearchTerm;

    /// <summary>Both.</summary>
    internal sealed record And(SearchTerm Left, SearchTerm Right) : SearchTerm;

    /// <summary>One of both.</summary>
    internal sealed record Or(SearchTerm Left, SearchTerm Right) : SearchTerm;

    /// <summary>Not that.</summary>
    internal sealed record Not(SearchTerm Of) : SearchTerm;
}
