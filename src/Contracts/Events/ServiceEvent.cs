using Orrery.Kernel.State;

namespace Orrery.Contracts.Events;

/// <summary>An event that an AWS service sends. Source: EventBridge Events Reference.</summary>
/// <param name="Scope">The account and region whose default bus takes it.</param>
/// <param name="Source">The service, for example <c>aws.ec2</c>.</param>
/// <param name="DetailType">For example <c>EC2 Instance State-change Notification</c>.</param>
/// <param name="Resources">The ARNs of what it is about.</param>
/// <param name="Detail">The detail: a JSON object.</param>
public sealed record ServiceEvent(
    Scope Scope, string Source, string DetailType, IReadOnlyList<string> Resources, string Detail);
