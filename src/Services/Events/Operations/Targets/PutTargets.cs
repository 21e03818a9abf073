using Orrery.Operations;
using Orrery.Wire.Generated.Events;

namespace Orrery.Services.Events.Operations.Targets;

/// <summary>PutTargets.</summary>
public sealed class PutTargets : IWriteOperation<PutTargetsRequest, PutTargetsResult>
{
}
