using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Events.Rules.Buses;
using Orrery.Services.Events.Views;
using Orrery.Wire.Generated.Events;

namespace Orrery.Services.Events.Operations.Tags;

/// <summary>Lists the tags of a rule or event bus.</summary>
public sealed class ListTagsForResource : IReadOperation<ListTagsForResourceRequest, ListTagsForResourceResult>
{
    /// <inheritdoc/>
    public ListTagsForResourceResult Run(ListTagsForResourceRequest request, ReadCall call)
    {
        return new() { Tags = EventsViews.Tags(ResourceTags.Of(call, request.ResourceARN!)) };
    }
}
