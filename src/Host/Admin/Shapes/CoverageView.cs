namespace Orrery.Host.Admin.Shapes;

/// <summary>Which operations of a service's model are served.</summary>
/// <param name="Service">The model's name, for example <c>ec2</c>.</param>
/// <param name="Title">The service's name as AWS writes it.</param>
/// <param name="Served">The served operations, in order.</param>
/// <param name="Refused">The others: they answer an error that says so.</param>
public sealed record CoverageView(
    string Service, string Title, IReadOnlyList<string> Served, IReadOnlyList<string> Refused);
