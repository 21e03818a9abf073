namespace Orrery.Services.S3.Rules;

/// <summary>A page of a listing.</summary>
/// <typeparam name="T">What is listed.</typeparam>
/// <param name="Items">The items, in order.</param>
/// <param name="Groups">The rolled-up prefixes, in order.</param>
/// <param name="IsCut">Whether there is more.</param>
/// <param name="Last">The last item of the page; null if the page ends with a rolled-up prefix.</param>
/// <param name="LastGroup">The rolled-up prefix that the page ends with, or null.</param>
internal sealed record ListPage<T>(
    IReadOnlyList<T> Items, IReadOnlyList<string> Groups, bool IsCut, T? Last, string? LastGroup)
    where T : class;
