using Orrery.Kernel.State;
using Orrery.Services.Sqs.Records;

namespace Orrery.Services.Sqs.Rules;

/// <summary>A queue and where it is.</summary>
/// <param name="Scope">Account and region.</param>
/// <param name="Queue">The queue.</param>
internal sealed record Place(Scope Scope, QueueRecord Queue)
{
    /// <summary>Its ARN.</summary>
    public string Arn => QueueNames.Arn(Scope, Queue.Name);
}
