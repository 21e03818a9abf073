using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Events.Loops;
using Orrery.Services.Events.Rules.Buses;
using Orrery.Services.Events.Rules.Keys;
using Orrery.Services.Events.Rules.Patterns;
using Orrery.Wire.Generated.Events;

namespace Orrery.Services.Events.Operations.Archives;

/// <summary>Changes what an archive keeps and how long.</summary>
public sealed class UpdateArchive : IWriteOperation<UpdateArchiveRequest, UpdateArchiveResult>
{
    /// <inheritdoc/>
    public UpdateArchiveResult Run(UpdateArchiveRequest request, Call call)
    {
        var archive = call.Read(Tables.Archives).Find(new(request.ArchiveName!))
            ?? throw Errors.NotFound($"Archive {request.ArchiveName}");
        if (request.EventPattern is { } pattern)
            call.Port<PatternMemory>().Of(pattern);
        var arn = Names.Archive(call.Scope, archive.Name.Value);
        archive = archive with
        {
            // An empty text stands for AWS's own key (EventBridge API Reference, UpdateArchive).
            KmsKey = request.KmsKeyIdentifier is { } key
                ? EventKeys.Checked(call, key, arn, archive.Bus)
                : archive.KmsKey,
            Description = request.Description ?? archive.Description,
            Pattern = request.EventPattern ?? archive.Pattern,
            RetentionDays = request.RetentionDays ?? archive.RetentionDays,
        };
        call.Write(Tables.Archives).Put(archive);
        RetentionLoop.Arm(call, archive);
        return new()
        {
            ArchiveArn = arn,
            State = ArchiveState.Enabled,
            CreationTime = archive.Created,
        };
    }
}
