using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Events.Rules.Buses;
using Orrery.Wire.Generated.Events;

namespace Orrery.Services.Events.Operations.Tags;

/// <summary>Removes tags of a rule or event bus.</summary>
public sealed class UntagResource : IWriteOperation<UntagResourceRequest, UntagResourceResult>
{
    /// <inheritdoc/>
    public UntagResourceResult Run(UntagResourceRequest request, Call call)
    {
        ResourceTags.Change(call, request.ResourceARN!, tags => tags.RemoveRange(request.TagKeys!));
        return new();
    }
}
