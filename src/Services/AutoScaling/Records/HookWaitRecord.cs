namespace Orrery.Services.AutoScaling.Records;

/// <summary>A lifecycle action that an instance waits for.</summary>
/// <param name="Hook">The hook.</param>
/// <param name="Token">The token of the action.</param>
/// <param name="Began">When it began.</param>
/// <param name="Due">When it ends by itself.</param>
public sealed record HookWaitRecord(string Hook, string Token, DateTimeOffset Began, DateTimeOffset Due);
