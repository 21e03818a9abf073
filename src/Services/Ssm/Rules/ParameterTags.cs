using System.Collections.Immutable;
using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Operations.Tagging;
using Orrery.Services.Ssm.Records;
using Orrery.Wire.Generated.Ssm;

namespace Orrery.Services.Ssm.Rules;

/// <summary>Tags of parameters. Source: Systems Manager API Reference, AddTagsToResource.</summary>
internal static class ParameterTags
{
    /// <summary>Tags with others added or changed.</summary>
    /// <exception cref="ServiceException">ValidationException, TooManyTagsError.</exception>
    public static ImmutableSortedDictionary<string, string> With(
        IReadOnlyDictionary<string, string> tags, IReadOnlyList<Tag>? more) => TagSet.With(
            tags,
            (more ?? []).Select(t => KeyValuePair.Create(t.Key!, t.Value!)),
            _ => Errors.Validation("Tag keys must not begin with aws:"),
            () => new("TooManyTagsError", "A parameter can have up to 50 tags."));

    /// <summary>The parameter that a request for tags means.</summary>
    /// <exception cref="ServiceException">InvalidResourceType, InvalidResourceId.</exception>
    public static ParameterRecord Resource(ReadCall call, ResourceTypeForTagging? type, string id)
    {
        if (type != ResourceTypeForTagging.Parameter)
            throw new ServiceException(
                "InvalidResourceType", $"Orrery does not serve the resource type {type?.ToWire()}.");
        return call.Read(Tables.Parameters).Find(new(id))
            ?? throw new ServiceException("InvalidResourceId", "The resource ID is not valid.");
    }
}
