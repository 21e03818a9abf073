using Orrery.Operations;
using Orrery.Wire.Generated.Events;

namespace Orrery.Services.Events.Operations.Archives;

/// <summary>DeleteArchive.</summary>
public sealed class DeleteArchive : IWriteOperation<DeleteArchiveRequest, DeleteArchiveResult>
{
}
