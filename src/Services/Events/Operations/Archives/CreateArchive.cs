using Orrery.Operations;
using Orrery.Wire.Generated.Events;

namespace Orrery.Services.Events.Operations.Archives;

/// <summary>CreateArchive.</summary>
public sealed class CreateArchive : IWriteOperation<CreateArchiveRequest, CreateArchiveResult>
{
}
