using Orrery.Operations;
using Orrery.Wire.Generated.Scheduler;

namespace Orrery.Services.Events.Operations.Scheduler.Tags;

/// <summary>TagResource.</summary>
public sealed class TagResource : IWriteOperation<TagResourceRequest, TagResourceResult>
{
}
