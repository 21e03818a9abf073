using Orrery.Operations;
using Orrery.Wire.Generated.Events;

namespace Orrery.Services.Events.Operations.Buses;

/// <summary>RemovePermission.</summary>
public sealed class RemovePermission : IWriteOperation<RemovePermissionRequest, RemovePermissionResult>
{
}
