using Orrery.Operations;
using Orrery.Wire.Generated.Events;

namespace Orrery.Services.Events.Operations.Archives;

/// <summary>ListArchives.</summary>
public sealed class ListArchives : IReadOperation<ListArchivesRequest, ListArchivesResult>
{
}
