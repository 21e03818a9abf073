using Orrery.Operations;
using Orrery.Wire.Generated.Events;

namespace Orrery.Services.Events.Operations.Archives;

/// <summary>UpdateArchive.</summary>
public sealed class UpdateArchive : IWriteOperation<UpdateArchiveRequest, UpdateArchiveResult>
{
}
