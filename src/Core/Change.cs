namespace Orrery.Core;

/// <summary>One change of a remedy.</summary>
/// <param name="Action">The API operation that makes it, for example <c>ec2:CreateRoute</c>.</param>
/// <param name="Subject">The id of the resource to change.</param>
/// <param name="Arguments">The operation's arguments by their AWS names.</param>
public sealed record Change(string Action, string Subject, IReadOnlyDictionary<string, string> Arguments);
