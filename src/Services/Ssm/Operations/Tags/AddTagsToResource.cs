using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ssm.Rules;
using Orrery.Wire.Generated.Ssm;

namespace Orrery.Services.Ssm.Operations.Tags;

/// <summary>Gives tags to a parameter.</summary>
public sealed class AddTagsToResource : IWriteOperation<AddTagsToResourceRequest, AddTagsToResourceResult>
{
    /// <inheritdoc/>
    public AddTagsToResourceResult Run(AddTagsToResourceRequest request, Call call)
    {
        var parameter = ParameterTags.Resource(call, request.ResourceType, request.ResourceId!);
        call.Write(Tables.Parameters).Put(parameter with { Tags = ParameterTags.With(parameter.Tags, request.Tags) });
        return new();
    }
}
