using Orrery.Contracts;
using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Logs.Rules;
using Orrery.Wire.Generated.Logs;

namespace Orrery.Services.Logs.Operations.Groups;

/// <summary>Makes a log group. Classes: CloudWatch Logs User Guide, "Log classes".</summary>
public sealed class CreateLogGroup : IWriteOperation<CreateLogGroupRequest, CreateLogGroupResult>
{
    /// <inheritdoc/>
    public CreateLogGroupResult Run(CreateLogGroupRequest request, Call call)
    {
        var groups = call.Write(Tables.Groups);
        if (groups.Contains(new(request.LogGroupName!)))
        {
            throw Errors.Exists("log group");
        }

        if (call.FindPort<IQuotas>() is { } quotas && groups.Count >= quotas.Limit(LogsQuotas.Groups))
        {
            throw Errors.Limit();
        }

        var key = request.KmsKeyId is { } wanted
            ? GroupKeys.Checked(call, Arns.Group(call.Scope, request.LogGroupName!), wanted)
            : null;
        var type = request.LogGroupClass ?? LogGroupClass.Standard;
        groups.Put(new()
        {
            Name = new(request.LogGroupName!),
            CreationTime = call.Now,
            Class = type,
            KmsKeyArn = key,
            IsProtected = request.DeletionProtectionEnabled == true,
            Tags = TagRules.Put(
                new Dictionary<string, string>(), request.Tags
                    ?? new Dictionary<string, string>(), "InvalidParameterException"),

            // Events of a group for deliveries are kept for two days (CreateLogGroup, logGroupClass).
            RetentionInDays = type == LogGroupClass.Delivery ? 2 : null,
        });
        return new();
    }
}
