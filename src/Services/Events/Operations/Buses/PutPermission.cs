using Orrery.Operations;
using Orrery.Wire.Generated.Events;

namespace Orrery.Services.Events.Operations.Buses;

/// <summary>PutPermission.</summary>
public sealed class PutPermission : IWriteOperation<PutPermissionRequest, PutPermissionResult>
{
}
