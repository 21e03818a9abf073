// orrery-layout OBJECT NAMES: puts the data named in the file NAMES side by side in what the compiler wrote. See ADR 9.
using Orrery.Layout;

try
{
    var file = ObjectFile.Read(args[0]);
    var wanted = File.ReadAllLines(args[1]);
    var placed = Rearrangement.Apply(file, wanted);
    file.Write();
    Console.WriteLine($"{placed} tables that a start reads lie side by side");
    return 0;
}
catch (LayoutException e)
{
    // In the form that MSBuild shows.
    Console.Error.WriteLine($"orrery-layout : error LAYOUT1: {e.Message}; -p:OrreryDataLayout=false publishes without");
    return 1;
}
