using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Operations.Tagging;
using Orrery.Services.Ssm.Rules;
using Orrery.Wire.Generated.Ssm;

namespace Orrery.Services.Ssm.Operations.Tags;

/// <summary>Takes tags from a parameter.</summary>
public sealed class RemoveTagsFromResource
    : IWriteOperation<RemoveTagsFromResourceRequest, RemoveTagsFromResourceResult>
{
    /// <inheritdoc/>
    public RemoveTagsFromResourceResult Run(RemoveTagsFromResourceRequest request, Call call)
    {
        var parameter = ParameterTags.Resource(call, request.ResourceType, request.ResourceId!);
        var gone = request.TagKeys!.ToHashSet(StringComparer.Ordinal);
        var left = TagSet.Empty.SetItems(parameter.Tags.Where(tag => !gone.Contains(tag.Key)));
        call.Write(Tables.Parameters).Put(parameter with { Tags = left });
        return new();
    }
}
