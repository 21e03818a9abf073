using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.AutoScaling.Rules;
using Orrery.Wire.Generated.Autoscaling;

namespace Orrery.Services.AutoScaling.Operations.Tags;

/// <summary>Gives tags to groups. Instances that were launched before do not get them.</summary>
public sealed class CreateOrUpdateTags : IWriteOperation<CreateOrUpdateTagsRequest, CreateOrUpdateTagsResult>
{
    /// <inheritdoc/>
    public CreateOrUpdateTagsResult Run(CreateOrUpdateTagsRequest request, Call call)
    {
        foreach (var tags in request.Tags!.GroupBy(NameOf, StringComparer.Ordinal))
        {
            var group = Rules.Groups.Open(call, tags.Key);
            call.Write(Tables.Groups).Put(group with { Tags = GroupTags.With(group.Tags, tags) });
        }

        return new();
    }

    /// <summary>The group that a tag is of.</summary>
    /// <exception cref="Core.ServiceException">ValidationError: it is of something else.</exception>
    internal static string NameOf(Tag tag) => tag.ResourceType is null or GroupTags.Kind
        ? tag.ResourceId ?? throw Errors.Invalid("ResourceId of a tag must be specified")
        : throw Errors.Invalid($"Resource type {tag.ResourceType} is not valid: it must be {GroupTags.Kind}");
}
