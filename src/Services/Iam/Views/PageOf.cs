namespace Orrery.Services.Iam.Views;

/// <summary>A page of a list.</summary>
/// <param name="Items">What is on it.</param>
/// <param name="Marker">The marker of the next page; null on the last.</param>
internal sealed record Page<T>(IReadOnlyList<T> Items, string? Marker)
{
    /// <summary>Whether there is more.</summary>
    public bool IsTruncated => Marker is not null;

    /// <summary>The same page of something made of each.</summary>
    public Page<TOther> Of<TOther>(Func<T, TOther> view) => new([.. Items.Select(view)], Marker);
}
