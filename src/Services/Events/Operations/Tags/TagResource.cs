using Orrery.Operations;
using Orrery.Wire.Generated.Events;

namespace Orrery.Services.Events.Operations.Tags;

/// <summary>TagResource.</summary>
public sealed class TagResource : IWriteOperation<TagResourceRequest, TagResourceResult>
{
}
