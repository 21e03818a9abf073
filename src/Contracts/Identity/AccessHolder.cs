namespace Orrery.Contracts.Identity;

/// <summary>Somebody who may do something, and what lets them.</summary>
/// <param name="Principal">The ARN of the user, role or root user; <c>*</c> for anybody.</param>
/// <param name="Account">Its account; empty for anybody.</param>
/// <param name="By">The kind of policy, for example <c>identity-based policy</c>; <c>root user</c>.</param>
/// <param name="Policy">The policy; null for a root user.</param>
/// <param name="Statement">The Sid of the statement, or its number.</param>
/// <param name="Line">The line on which it begins.</param>
public sealed record AccessHolder(
    string Principal, string Account, string By, string? Policy, string? Statement, int? Line);
