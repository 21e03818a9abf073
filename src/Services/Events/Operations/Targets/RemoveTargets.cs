using Orrery.Operations;
using Orrery.Wire.Generated.Events;

namespace Orrery.Services.Events.Operations.Targets;

/// <summary>RemoveTargets.</summary>
public sealed class RemoveTargets : IWriteOperation<RemoveTargetsRequest, RemoveTargetsResult>
{
}
