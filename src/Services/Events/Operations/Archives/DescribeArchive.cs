using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Events.Rules.Buses;
using Orrery.Services.Events.Views;
using Orrery.Wire.Generated.Events;

namespace Orrery.Services.Events.Operations.Archives;

/// <summary>Describes an archive.</summary>
public sealed class DescribeArchive : IReadOperation<DescribeArchiveRequest, DescribeArchiveResult>
{
    /// <inheritdoc/>
    public DescribeArchiveResult Run(DescribeArchiveRequest request, ReadCall call)
    {
        var archive = call.Read(Tables.Archives).Find(new(request.ArchiveName!))
            ?? throw Errors.NotFound($"Archive {request.ArchiveName}");
        var view = EventsViews.Archive(call.Scope, archive);
        return new()
        {
            ArchiveArn = Names.Archive(call.Scope, archive.Name.Value),
            ArchiveName = view.ArchiveName,
            EventSourceArn = view.EventSourceArn,
            Description = archive.Description,
            EventPattern = archive.Pattern,
            KmsKeyIdentifier = archive.KmsKey,
            State = view.State,
            RetentionDays = view.RetentionDays,
            SizeBytes = view.SizeBytes,
            EventCount = view.EventCount,
            CreationTime = view.CreationTime,
        };
    }
}
