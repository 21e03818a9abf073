namespace Orrery.Services.AutoScaling.Records;

/// <summary>A launch template as a group or an instance names it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Version">A number, <c>$Latest</c> or <c>$Default</c>; null where none was given.</param>
public sealed record TemplateRecord(string Id, string Name, string? Version);
