using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Operations.Tagging;
using Orrery.Services.Logs.Records;

namespace Orrery.Services.Logs.Rules;

/// <summary>
/// Tags of log groups: 50 at most, none that AWS keeps for itself. Source: CloudWatch Logs API Reference.
/// </summary>
internal static class TagRules
{
    /// <summary>The tags with more put to them.</summary>
    /// <exception cref="ServiceException">InvalidParameterException, or the error for too many.</exception>
    public static IReadOnlyDictionary<string, string> Put(
        IReadOnlyDictionary<string, string> tags, IReadOnlyDictionary<string, string> more, string tooMany) =>
        TagSet.With(
            tags, more,
            key => Errors.Invalid($"aws: prefixed tag key names are not allowed for external use: {key}"),
            () => new(tooMany, "The maximum number of tags per resource is 50."));

    /// <summary>The tags without some.</summary>
    public static IReadOnlyDictionary<string, string> Without(
        IReadOnlyDictionary<string, string> tags, IReadOnlyList<string> keys) =>
        tags.Where(t => !keys.Contains(t.Key)).ToDictionary(t => t.Key, t => t.Value, StringComparer.Ordinal);

    /// <summary>The log group of an ARN that is tagged.</summary>
    /// <exception cref="ServiceException">InvalidParameterException, ResourceNotFoundException.</exception>
    public static GroupRecord Group(ReadCall call, string arn) => Arns.Parse(arn) is { } parsed
        ? parsed.Scope == call.Scope ? LogGroups.Get(call, parsed.Name) : throw Errors.NoGroup()
        : throw Errors.Invalid($"{arn} is not the ARN of a log group; Orrery has no tags on other resources of logs.");
}
