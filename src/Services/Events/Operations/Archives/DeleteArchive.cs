using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Events.Loops;
using Orrery.Services.Events.Rules.Archives;
using Orrery.Wire.Generated.Events;

namespace Orrery.Services.Events.Operations.Archives;

/// <summary>Deletes an archive and what it kept; replays of it fail.</summary>
public sealed class DeleteArchive : IWriteOperation<DeleteArchiveRequest, DeleteArchiveResult>
{
    /// <inheritdoc/>
    public DeleteArchiveResult Run(DeleteArchiveRequest request, Call call)
    {
        var archive = call.Read(Tables.Archives).Find(new(request.ArchiveName!))
            ?? throw Errors.NotFound($"Archive {request.ArchiveName}");
        Keeping.Drop(call, archive, null);
        call.Write(Tables.Archives).Remove(archive.Name);
        call.Cancel(RetentionLoop.TimerKind, archive.Name.Value);
        return new();
    }
}
