using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Events.Rules;
using Orrery.Services.Events.Rules.Buses;
using Orrery.Wire.Generated.Events;

namespace Orrery.Services.Events.Operations.Tags;

/// <summary>Adds or changes tags of a rule or event bus.</summary>
public sealed class TagResource : IWriteOperation<TagResourceRequest, TagResourceResult>
{
    /// <inheritdoc/>
    public TagResourceResult Run(TagResourceRequest request, Call call)
    {
        var tags = request.Tags!.Select(n => KeyValuePair.Create(n.Key!, n.Value!));
        ResourceTags.Change(call, request.ResourceARN!, old => TagRules.With(old, tags));
        return new();
    }
}
