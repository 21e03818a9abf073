// Two of our names are also names of wire shapes; here they mean ours.
global using PrefixListId = Orrery.Services.Ec2.Ids.PrefixListId;
global using SecurityGroupReference = Orrery.Services.Ec2.Records.SecurityGroupReference;
