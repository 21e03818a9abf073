using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Tagging;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.Tags;

/// <summary>Adds tags to resources, or replaces their values; all of them or none.</summary>
public sealed class CreateTags : IWriteOperation<CreateTagsRequest, CreateTagsResult>
{
    /// <inheritdoc/>
    public CreateTagsResult Run(CreateTagsRequest request, Call call)
    {
        foreach (var id in request.Resources!)
        {
            TagStore.Put(call, Taggable.Get(call, id), id, request.Tags!);
        }

        return new();
    }
}
