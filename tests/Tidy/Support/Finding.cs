namespace Orrery.Tests.Tidy.Support;

/// <summary>One place where a rule is broken.</summary>
/// <param name="Path">The file, relative to the root.</param>
/// <param name="Subject">What in the file: a member, a word; empty for the file itself.</param>
/// <param name="Message">What is wrong, for a person.</param>
/// <param name="Measure">The size, where the rule is about one.</param>
public sealed record Finding(string Path, string Subject, string Message, int? Measure = null);
