namespace Orrery.Host.Admin.Shapes;

/// <summary>A call that was denied.</summary>
/// <param name="RequestId">Its id, as the client got it.</param>
/// <param name="At">When, by the machine's clock.</param>
/// <param name="Principal">The ARN of who called.</param>
/// <param name="Operation">The operation, for example <c>ec2:CreateVpc</c>.</param>
/// <param name="Account">The account of the caller.</param>
/// <param name="Region">The region that was called.</param>
/// <param name="Message">What the client was told.</param>
/// <param name="Why">The reasons; null in lists.</param>
/// <param name="Remedies">What would let the call pass, each tried; null in lists.</param>
public sealed record DenialView(
    string RequestId,
    DateTimeOffset At,
    string Principal,
    string Operation,
    string Account,
    string Region,
    string Message,
    ReasonView? Why,
    IReadOnlyList<RemedyView>? Remedies);
