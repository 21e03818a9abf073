using System.Collections.Immutable;
using Orrery.Operations.Tagging;

namespace Orrery.Services.AccessAnalyzer.Rules;

/// <summary>Tags of analyzers.</summary>
internal static class AnalyzerTags
{
    /// <summary>Tags with others.</summary>
    /// <exception cref="ServiceException">ValidationException, ServiceQuotaExceededException.</exception>
    public static ImmutableSortedDictionary<string, string> With(
        ImmutableSortedDictionary<string, string> tags, IReadOnlyDictionary<string, string>? more) => TagSet.With(
            tags,
            more ?? new Dictionary<string, string>(),
            _ => Errors.Validation("Keys that begin with aws: are kept for AWS."),
            () => Errors.Quota($"A resource can have {TagSet.Most} tags."));
}
